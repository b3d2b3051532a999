package org.yiqiao.contracts;

import java.util.List;

/** A social organization that residents run. */
public sealed interface SocialOrganizationEvent extends OrganizationEvent {

    /**
     * The organization was filed (备案) with its community and may help from now on.
     *
     * @param path codes of its township and community
     */
    record OrganizationFiled(String name, OrganizationType type, List<String> path)
            implements SocialOrganizationEvent {}
}
