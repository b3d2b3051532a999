package org.yiqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

class AuditControllerTest {

    private final AuditTestDatabase database = new AuditTestDatabase();
    private final AuditChainRepository chain = new AuditChainRepository(database.database());
    private final AuditController controller =
            new AuditController(chain, new AuditVerificationService(chain, Clock.systemUTC()));

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void verificationThatWasNeverRequestedIsNotFound() {
        assertThatThrownBy(controller::verification)
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.rejection())
                        .isEqualTo(Rejection.notFound("audit.not-verified")));
    }

    @Test
    void headInAnotherFormCannotBeRead() {
        assertThatThrownBy(() -> controller.verify(List.of("1:x")))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.rejection())
                        .isEqualTo(Rejection.malformed("audit.head")));
    }
}
