package dev.revgraph.sample.usage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;

/** What a customer's request was, as the gateway reports it. */
record Request(
        @NotBlank String endpoint,
        @Min(100) @Max(599) int status,
        @PositiveOrZero @Max(1L << 40) long responseBytes) {}
