package dev.revgraph.sample.apikey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/accounts/{accountId}/api-keys")
class ApiKeyController {

    private final ApiKeyService keys;

    ApiKeyController(ApiKeyService keys) {
        this.keys = keys;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKey issue(@PathVariable long accountId, @RequestBody @Valid IssueKey request) {
        var days = request.validDays();
        var issued = keys.issue(accountId, request.name(), days == null ? null : Duration.ofDays(days));
        var key = issued.key();
        return new IssuedKey(
                key.getId(),
                key.getName(),
                issued.secret().text(),
                key.getKeyPrefix(),
                key.getCreatedAt(),
                key.getExpiresAt());
    }

    @DeleteMapping("/{keyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long accountId, @PathVariable long keyId) {
        keys.revoke(accountId, keyId);
    }

    /** {@code validDays} null: until it is revoked. */
    record IssueKey(
            @NotBlank String name, @Nullable @Positive Integer validDays) {}

    /** {@code key} is shown this once. */
    record IssuedKey(
            long id,
            String name,
            String key,
            String prefix,
            Instant createdAt,
            @Nullable Instant expiresAt) {}
}
