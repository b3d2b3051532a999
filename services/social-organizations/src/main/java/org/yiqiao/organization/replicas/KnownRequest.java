package org.yiqiao.organization.replicas;

import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;

/**
 * A request as this service knows it.
 *
 * @param lastSeq sequence number of the latest event of the request that the status includes
 */
public record KnownRequest(RequestStatus status, long lastSeq) {}
