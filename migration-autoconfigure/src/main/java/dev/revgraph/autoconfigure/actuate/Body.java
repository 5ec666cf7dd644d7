package dev.revgraph.autoconfigure.actuate;

import com.fasterxml.jackson.annotation.JsonValue;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * An answer of the endpoint: the value as it is. Boot writes bodies of this kind with the JSON settings of its endpoints,
 * so that an application's own settings (snake case …) do not change the documented names.
 */
public record Body(@JsonValue Object value) implements OperationResponseBody {}
