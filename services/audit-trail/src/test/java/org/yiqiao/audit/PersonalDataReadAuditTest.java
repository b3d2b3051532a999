package org.yiqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.edge.web.CorrelationId;
import org.yiqiao.edge.web.RejectedException;

class PersonalDataReadAuditTest {

    private static final Caller WORKER =
            new Caller("worker-7", Set.of(new Post(Role.COMMUNITY_WORKER, "330109106004")));

    private final AuditTestDatabase audit = new AuditTestDatabase();

    @AfterEach
    void closeDatabase() {
        RequestContextHolder.resetRequestAttributes();
        audit.close();
    }

    @Test
    void readIsStoredBeforeResponse() throws NoSuchMethodException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/requests/1/contact");
        request.setRemoteAddr("192.0.2.9");
        request.addHeader("X-Purpose", "handling");
        request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, new HandlerMethod(this, "reveal"));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try (AuditRecorder recorder = audit.createRecorder()) {
            new PersonalDataReadAudit(recorder, Clock.systemUTC())
                    .recordRead(WORKER, "person-1", List.of("name", "phone"));
            assertThat(audit.entries().find().first())
                    .isNotNull()
                    .containsEntry("operation", "contact.reveal")
                    .containsEntry("target", "person-1")
                    .containsEntry("caller", "worker-7")
                    .containsEntry("posts", "community-worker@330109106004")
                    .containsEntry("address", "192.0.2.0/24")
                    .containsEntry("purpose", "handling")
                    .containsEntry("correlation", CorrelationId.of(request))
                    .containsEntry("detail", "name phone");
        }
    }

    @RequiresPermission("contact.reveal")
    public void reveal() {}

    @Test
    void rejectsReadOutsideOfRequest() {
        try (AuditRecorder recorder = audit.createRecorder()) {
            PersonalDataReadAudit reads = new PersonalDataReadAudit(recorder, Clock.systemUTC());
            assertThatThrownBy(() -> reads.recordRead(WORKER, "person-1", List.of("name")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(audit.entries().countDocuments(new Document())).isZero();
        }
    }

    @Test
    void rejectsReadWithoutPurpose() {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", "/api/requests/1/unmasked")));
        try (AuditRecorder recorder = audit.createRecorder()) {
            PersonalDataReadAudit reads = new PersonalDataReadAudit(recorder, Clock.systemUTC());
            assertThatThrownBy(() -> reads.recordRead(WORKER, "person-1", List.of("name")))
                    .isInstanceOf(RejectedException.class)
                    .hasMessage("purpose.missing");
            assertThat(audit.entries().countDocuments(new Document())).isZero();
        }
    }
}
