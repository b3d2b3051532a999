package org.yiqiao.organization.help;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The help for one request.
 *
 * @param request id of the request
 * @param organization id of the organization that helps, absent while none does
 * @param path codes of the request's place, from the township down
 * @param requester pseudonymous id of the requester, with the key of which the reasons are encrypted; absent if unknown
 * @param withdrawals ends of earlier help, oldest first; empty for help that was stored before they were kept
 * @param releases ends of help by the closing of the request, oldest first
 * @param requestSeq sequence number of the latest event of the request that the latest claim took into account; null
 *     before the first claim, and for help that was stored before it was kept
 */
public record Help(
        String request,
        @Nullable String organization,
        List<String> path,
        @Nullable String requester,
        List<Withdrawal> withdrawals,
        List<Release> releases,
        @JsonIgnore @Nullable Long requestSeq) {

    public Help {
        // Help that an earlier version stored has no withdrawals and no releases.
        withdrawals = List.copyOf(Objects.requireNonNullElse(withdrawals, List.of()));
        releases = List.copyOf(Objects.requireNonNullElse(releases, List.of()));
    }

    static Help none(String request) {
        return new Help(request, null, List.of(), null, List.of(), List.of(), null);
    }

    Help withOrganization(
            String newOrganization, List<String> newPath, @Nullable String newRequester, @Nullable Long newRequestSeq) {
        return new Help(
                request,
                newOrganization,
                newPath,
                newRequester == null ? requester : newRequester,
                withdrawals,
                releases,
                newRequestSeq);
    }

    Help withWithdrawal(Withdrawal withdrawal) {
        return new Help(
                request,
                null,
                path,
                requester,
                Stream.concat(withdrawals.stream(), Stream.of(withdrawal)).toList(),
                releases,
                requestSeq);
    }

    Help withRelease(Release release) {
        return new Help(
                request,
                null,
                path,
                requester,
                withdrawals,
                Stream.concat(releases.stream(), Stream.of(release)).toList(),
                requestSeq);
    }

    /** Returns whether an event of the request ended the present help. An event that the claim was based on did not. */
    boolean isEndedBy(String helper, long seq) {
        return helper.equals(organization) && (requestSeq == null || requestSeq < seq);
    }

    /** Returns the organization of the latest end of help; null if this end was a withdrawal, or if there is none. */
    @Nullable
    String releasedOrganization() {
        if (releases.isEmpty()) {
            return null;
        }
        Release last = releases.getLast();
        return withdrawals.stream().allMatch(withdrawal -> withdrawal.at().isBefore(last.at()))
                ? last.organization()
                : null;
    }

    Help masked() {
        return new Help(
                request,
                organization,
                path,
                requester,
                withdrawals.stream().map(Withdrawal::masked).toList(),
                releases,
                requestSeq);
    }
}
