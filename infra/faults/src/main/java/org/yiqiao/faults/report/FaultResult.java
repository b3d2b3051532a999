package org.yiqiao.faults.report;

import java.util.List;

/**
 * What a fault did.
 *
 * @param fault such as {@code S1}
 * @param runs how often it struck
 * @param acknowledged commands that were acknowledged meanwhile
 * @param violations of invariants, empty if all held
 * @param healSeconds from the end of the fault until nothing was under way any more
 */
public record FaultResult(
        String fault,
        String title,
        long seed,
        int runs,
        long acknowledged,
        List<String> violations,
        double healSeconds) {

    /** How many violations there are of one of these invariants. */
    long countViolations(String... invariants) {
        return violations.stream()
                .filter(violation -> List.of(invariants).contains(violation.substring(0, violation.indexOf(':'))))
                .count();
    }
}
