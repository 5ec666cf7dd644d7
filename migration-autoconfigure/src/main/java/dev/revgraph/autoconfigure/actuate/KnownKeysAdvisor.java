package dev.revgraph.autoconfigure.actuate;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameter;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Refuses a {@code POST} with a key that the endpoint does not know. Boot leaves such keys out: with a misspelt target, a
 * database would be moved to the head.
 */
final class KnownKeysAdvisor implements OperationInvokerAdvisor {

    private static final EndpointId ENDPOINT = EndpointId.of("migrations");

    /** In the path, and in no body. */
    private static final String DATABASE = "databaseInPath";

    @Override
    public OperationInvoker apply(
            EndpointId endpoint, OperationType type, OperationParameters parameters, OperationInvoker invoker) {
        if (!endpoint.equals(ENDPOINT) || type != OperationType.WRITE) {
            return invoker;
        }
        Set<String> known =
                parameters.stream().map(OperationParameter::getName).collect(Collectors.toCollection(TreeSet::new));
        return context -> {
            Set<String> unknown = new TreeSet<>(context.getArguments().keySet());
            unknown.removeAll(known);
            return unknown.isEmpty() ? invoker.invoke(context) : refusal(unknown, known);
        };
    }

    private static WebEndpointResponse<?> refusal(Set<String> unknown, Set<String> known) {
        RequestException refusal = new RequestException(
                "The request has keys that do not exist: \"" + String.join("\", \"", unknown) + "\". Nothing is done.",
                known.stream().filter(name -> !name.equals(DATABASE)).collect(Collectors.joining(", ", "Use ", ".")));
        return new WebEndpointResponse<>(ErrorBody.of(refusal), WebEndpointResponse.STATUS_BAD_REQUEST);
    }
}
