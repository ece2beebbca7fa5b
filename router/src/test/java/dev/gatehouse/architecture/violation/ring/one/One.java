package dev.gatehouse.architecture.violation.ring.one;

import dev.gatehouse.architecture.violation.ring.two.Two;
import java.util.List;

/** Knows {@link Two}. */
public record One(List<Two> others) {}
