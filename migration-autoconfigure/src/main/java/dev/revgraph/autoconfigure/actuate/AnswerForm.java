package dev.revgraph.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * In what form an answer is given. Boot takes the last of those that a request accepts, so that a browser, which accepts
 * everything after {@code text/html}, gets the page, and whoever accepts just anything JSON.
 */
public enum AnswerForm implements Producible<AnswerForm> {
    V2_JSON("application/vnd.spring-boot.actuator.v2+json"),
    PLAIN_JSON(MimeTypeUtils.APPLICATION_JSON_VALUE),
    V3_JSON("application/vnd.spring-boot.actuator.v3+json"),
    PAGE("text/html;charset=UTF-8");

    @SuppressWarnings("ImmutableEnumChecker") // A MimeType never changes.
    private final MimeType type;

    AnswerForm(String type) {
        this.type = MimeTypeUtils.parseMimeType(type);
    }

    @Override
    public MimeType getProducedMimeType() {
        return type;
    }

    @Override
    public boolean isDefault() {
        return this == V3_JSON;
    }

    boolean isPage() {
        return this == PAGE;
    }
}
