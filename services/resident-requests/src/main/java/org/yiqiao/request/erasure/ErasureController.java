package org.yiqiao.request.erasure;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.CommandHttpAdapter;
import org.yiqiao.edge.web.RejectedException;

/** Erases the personal data of residents, at their own request or through a town operator. */
@RestController
@Tag(name = "Contacts")
class ErasureController {

    private final ErasureService erasure;
    private final CommandHttpAdapter httpAdapter;

    ErasureController(ErasureService erasure, CommandHttpAdapter httpAdapter) {
        this.erasure = erasure;
        this.httpAdapter = httpAdapter;
    }

    /**
     * Makes the personal data of a person unreadable. The person's requests remain in the statistics; a repeated call
     * has no further effect.
     *
     * @param id pseudonymous id of the person
     */
    @RequiresPermission("resident.erase")
    @DeleteMapping("/api/residents/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> erase(@PathVariable String id, AccessScope accessScope, HttpServletRequest request) {
        if (!erasure.isKnown(id, accessScope)) {
            throw new RejectedException(Rejection.notFound("person.unknown").withDetail("id", id));
        }
        erasure.erase(id, httpAdapter.commandMetadata(request, id)).ifPresent(httpAdapter::requireSuccess);
        return ResponseEntity.noContent().build();
    }
}
