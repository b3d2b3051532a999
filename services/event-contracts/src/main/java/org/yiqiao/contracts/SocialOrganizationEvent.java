package org.yiqiao.contracts;

import java.util.List;

/** An event of a social organization that residents run. */
public sealed interface SocialOrganizationEvent extends OrganizationEvent {

    /**
     * The organization was filed (备案) with its community, which allows it to help from then on.
     *
     * @param path codes of the township and the community of the organization
     */
    record OrganizationFiled(String name, OrganizationType type, List<String> path)
            implements SocialOrganizationEvent {}
}
