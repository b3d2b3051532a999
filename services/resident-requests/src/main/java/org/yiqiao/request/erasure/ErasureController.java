package org.yiqiao.request.erasure;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.CommandHttpAdapter;
import org.yiqiao.edge.web.RejectedException;

/** Forgets residents, for themselves or for whoever answers for the town. */
@RestController
class ErasureController {

    private final ErasureService erasure;
    private final CommandHttpAdapter edge;

    ErasureController(ErasureService erasure, CommandHttpAdapter edge) {
        this.erasure = erasure;
        this.edge = edge;
    }

    /** Destroys what can be read of a person, by pseudonymous id. Their requests stay as they are counted; done twice is done once. */
    @RequiresPermission("resident.erase")
    @DeleteMapping("/api/residents/{id}")
    ResponseEntity<Void> erase(@PathVariable String id, AccessScope reach, HttpServletRequest request) {
        if (!erasure.isKnown(id, reach)) {
            throw new RejectedException(Rejection.notFound("person.unknown").withDetail("id", id));
        }
        erasure.erase(id, edge.commandMetadata(request, id)).ifPresent(edge::requireSuccess);
        return ResponseEntity.noContent().build();
    }
}
