package dev.revgraph.sample.usage;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answered with 429 and the seconds after which the next month begins. */
final class LimitReachedException extends ResponseStatusException {

    private final Duration retryAfter;

    LimitReachedException(String tier, int limit, Duration retryAfter) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "Tier \"" + tier + "\" allows " + limit + " requests a month, and they are used up.");
        this.retryAfter = retryAfter;
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        return headers;
    }
}
