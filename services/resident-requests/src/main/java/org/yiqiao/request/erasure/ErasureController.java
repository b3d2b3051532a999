package org.yiqiao.request.erasure;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.web.CommandEdge;
import org.yiqiao.support.web.Refused;

/** Forgets residents, for themselves or for whoever answers for the town. */
@RestController
class ErasureController {

    private final Erasure erasure;
    private final CommandEdge edge;

    ErasureController(Erasure erasure, CommandEdge edge) {
        this.erasure = erasure;
        this.edge = edge;
    }

    /** Destroys what can be read of a person, by pseudonymous id. Their requests stay as they are counted; done twice is done once. */
    @Requires("resident.erase")
    @DeleteMapping("/api/residents/{id}")
    ResponseEntity<Void> erase(@PathVariable String id, Reach reach, HttpServletRequest request) {
        if (!erasure.knows(id, reach)) {
            throw new Refused(Rejection.notFound("person.unknown").with("id", id));
        }
        erasure.erase(id, edge.origin(request, id)).ifPresent(edge::done);
        return ResponseEntity.noContent().build();
    }
}
