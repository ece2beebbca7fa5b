package dev.gatehouse.architecture.violation.ring.two;

import dev.gatehouse.architecture.violation.ring.one.One;
import java.util.List;

/** Knows {@link One}. */
public record Two(List<One> others) {}
