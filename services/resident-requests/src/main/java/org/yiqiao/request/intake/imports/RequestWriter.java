package org.yiqiao.request.intake.imports;

import java.util.Collection;
import java.util.Map;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.ImportExternalRequest;
import org.yiqiao.request.cases.UpdateFromSource;

/** Reads and writes the requests of an import. */
interface RequestWriter {

    /** A request at one version. */
    record KnownRequest(long version, Case state) {}

    /** Returns the given ids that exist, with their requests. */
    Map<String, KnownRequest> find(Collection<String> ids);

    /** Creates requests. The returned map has no entry for an id that already exists. */
    Map<String, CommandResult<Case>> createAll(Map<String, ImportExternalRequest> creations);

    /** Updates a request; returns false if it has changed since the given version. */
    boolean update(String id, KnownRequest known, UpdateFromSource update);

    /** Waits until the publication of events keeps up. */
    void awaitCapacity() throws InterruptedException;
}
