package org.yiqiao.bench.stream.requests;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Accepts requests. */
@RestController
class RequestsController {

    private final RequestService requests;

    RequestsController(RequestService requests) {
        this.requests = requests;
    }

    @PostMapping("/api/requests")
    ResponseEntity<RequestView> submit(@RequestBody @Valid RequestSubmission submission) {
        RequestView submitted = requests.submit(submission);
        return ResponseEntity.created(URI.create("/api/requests/" + submitted.id()))
                .eTag("\"" + submitted.version() + "\"")
                .body(submitted);
    }
}
