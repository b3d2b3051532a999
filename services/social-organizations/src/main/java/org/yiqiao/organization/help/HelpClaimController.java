package org.yiqiao.organization.help;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.edge.web.AggregateView;
import org.yiqiao.edge.web.CommandHttpAdapter;

/** Accepts claims over HTTP. The id of a claim is the id of its request. */
@RestController
@Tag(name = "Help")
class HelpClaimController {

    private final AggregateCommandHandler<Help, HelpEvent, HelpDecisionFacts> helps;
    private final CommandHttpAdapter httpAdapter;

    HelpClaimController(
            AggregateCommandHandler<Help, HelpEvent, HelpDecisionFacts> helps, CommandHttpAdapter httpAdapter) {
        this.helps = helps;
        this.httpAdapter = httpAdapter;
    }

    /**
     * The body of a claim.
     *
     * @param request id of the request
     * @param organization id of the organization that helps with it
     */
    record ClaimRequest(@NotBlank String request, @NotBlank String organization) {}

    /** Claims a request for an organization, which helps with it from then on. */
    @RequiresPermission("help.claim")
    @PostMapping("/api/claims")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AggregateView<Help>> claim(@RequestBody @Valid ClaimRequest claim, HttpServletRequest request) {
        Claim command = new Claim(claim.organization());
        return httpAdapter.createdResponse(
                request,
                "/api/claims",
                helps.aggregateType(),
                helps.update(claim.request(), command, httpAdapter.commandMetadata(request, command)));
    }
}
