package org.yiqiao.organization.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.OrganizationType;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.contracts.SocialOrganizationEvent.OrganizationFiled;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.support.territory.TerritoryMap;

class FileOrganizationTest {

    private static final String TOWN = "330109106";
    private static final String COMMUNITY = "330109106001";
    private static final String GRID = "330109106001001";
    private static final String MICRO_GRID = "33010910600100101";

    /** Each place has the same outline: where they lie does not matter here. */
    private static final TerritoryMap TERRITORY = new TerritoryMap(List.of(
            place(Level.TOWNSHIP, TOWN, null),
            place(Level.COMMUNITY, COMMUNITY, TOWN),
            place(Level.GRID, GRID, COMMUNITY),
            place(Level.MICRO_GRID, MICRO_GRID, GRID)));

    private final SocialOrganizationAggregate aggregate = new SocialOrganizationAggregate(() -> TERRITORY);
    private final Scenario<SocialOrganization, SocialOrganizationEvent, TerritoryMap> scenario = Scenario.of(aggregate);

    private static Place place(Level level, String code, @Nullable String parent) {
        List<List<Double>> ring =
                List.of(List.of(120.0, 30.0), List.of(121.0, 30.0), List.of(121.0, 31.0), List.of(120.0, 30.0));
        return new Place(level, code, "Name of " + code, parent, null, new Boundary(List.of(List.of(ring))));
    }

    @ParameterizedTest
    @EnumSource
    void anOrganizationIsFiledWithItsCommunity(OrganizationType type) {
        scenario.when(new FileOrganization("Night owls", type, COMMUNITY))
                .then(new OrganizationFiled("Night owls", type, List.of(TOWN, COMMUNITY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOWN, GRID, MICRO_GRID})
    void noOtherLevelFilesOrganizations(String place) {
        scenario.when(new FileOrganization("Night owls", OrganizationType.SERVICE, place))
                .thenRejected("community.unknown");
    }

    @Test
    void theCommunityHasToBeKnown() {
        assertThat(scenario.when(new FileOrganization("Night owls", OrganizationType.SERVICE, "nowhere"))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.invalid("community.unknown").with("community", "nowhere")));
    }

    @Test
    void anOrganizationKnowsWhenItWasFiledAndCountsForItsCommunity() {
        SocialOrganization organization = scenario.given(
                        new OrganizationFiled("Night owls", OrganizationType.SERVICE, List.of(TOWN, COMMUNITY)))
                .state();
        assertThat(organization)
                .isEqualTo(new SocialOrganization(
                        "Night owls",
                        OrganizationType.SERVICE,
                        List.of(TOWN, COMMUNITY),
                        Scenario.NOW.minusSeconds(3600)));
        assertThat(organization).isNotNull().extracting(aggregate::scope).isEqualTo(new Scope(TOWN, COMMUNITY));
    }
}
