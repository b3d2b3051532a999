package org.yiqiao.faults.report;

import java.util.List;

/**
 * The result of one fault.
 *
 * @param fault id of the fault, such as {@code S1}
 * @param runs how often the fault was injected
 * @param acknowledged number of commands that were acknowledged meanwhile
 * @param violations violations of invariants; empty if all invariants held
 * @param healSeconds seconds from the end of the fault until all events were processed
 */
public record FaultResult(
        String fault,
        String title,
        long seed,
        int runs,
        long acknowledged,
        List<String> violations,
        double healSeconds) {

    /** Returns the number of violations of these invariants. */
    long countViolations(String... invariants) {
        return violations.stream()
                .filter(violation -> List.of(invariants).contains(violation.substring(0, violation.indexOf(':'))))
                .count();
    }
}
