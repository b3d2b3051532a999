package org.yiqiao.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessCpuTimeTest {

    @Test
    void parsesOwnAndChildTimesForAnyProcessName() {
        String stat = "4711 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 250 50 30 20 15 16 17";

        assertThat(ProcessCpuTime.parse(stat)).isEqualTo(3.5, within(1e-9));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runningProcessHasPositiveCpuTime() {
        assertThat(ProcessCpuTime.of(List.of(ProcessHandle.current().pid()))).isPositive();
    }
}
