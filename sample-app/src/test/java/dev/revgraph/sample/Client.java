package dev.revgraph.sample;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to a running sample as a customer's program would. */
record Client(String address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Client at(int port) {
        return new Client("http://localhost:" + port);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /**
     * The same, asked again while the answer is that the database has said nothing in time: the first question to an
     * application that has just started may take longer than a health check waits.
     */
    Answer getInTime(String path) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> get(path), answer -> !answer.text().contains("does not answer: a question to it"));
    }

    Answer post(String path, String json, String... headers) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        /** The value at a JSON path, as text. */
        String at(String path) {
            return String.valueOf(JsonPath.<Object>read(text(), path));
        }
    }
}
