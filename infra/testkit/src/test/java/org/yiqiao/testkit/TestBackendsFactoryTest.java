package org.yiqiao.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TestBackendsFactoryTest {

    @Test
    void unknownBackendsNameTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestBackendsFactory.create("podman"))
                .withMessage("-Dyiqiao.backends=podman is unknown; it is embedded or containers");
    }
}
