package org.yiqiao.organization.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.edge.web.CommandHttpAdapter;

/** Takes claims; a claim has the id of its request. */
@RestController
class ClaimController {

    private final CommandHandler<Help, HelpEvent, HelpFacts> helps;
    private final CommandHttpAdapter edge;

    ClaimController(CommandHandler<Help, HelpEvent, HelpFacts> helps, CommandHttpAdapter edge) {
        this.helps = helps;
        this.edge = edge;
    }

    /** Which organization takes which request on. */
    record ClaimRequest(@NotBlank String request, @NotBlank String organization) {}

    @RequiresPermission("help.claim")
    @PostMapping("/api/claims")
    ResponseEntity<Object> claim(@RequestBody @Valid ClaimRequest claim, HttpServletRequest http) {
        Claim command = new Claim(claim.organization());
        return edge.createdResponse(
                http,
                "/api/claims",
                helps.aggregateType(),
                helps.update(claim.request(), command, edge.commandMetadata(http, command)));
    }
}
