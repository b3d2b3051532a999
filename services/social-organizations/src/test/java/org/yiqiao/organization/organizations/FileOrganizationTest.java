package org.yiqiao.organization.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.OrganizationType;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.SocialOrganizationEvent;
import org.yiqiao.contracts.SocialOrganizationEvent.OrganizationFiled;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.support.territory.TerritoryMap;

class FileOrganizationTest {

    private static final String TOWN = "330109106";
    private static final String COMMUNITY = "330109106001";
    private static final String GRID = "330109106001001";
    private static final String MICRO_GRID = "33010910600100101";

    /** A territory of one place per level, all with the same outline, because their position does not matter here. */
    private static final TerritoryMap TERRITORY = new TerritoryMap(List.of(
            place(TerritoryLevel.TOWNSHIP, TOWN, null),
            place(TerritoryLevel.COMMUNITY, COMMUNITY, TOWN),
            place(TerritoryLevel.GRID, GRID, COMMUNITY),
            place(TerritoryLevel.MICRO_GRID, MICRO_GRID, GRID)));

    private final SocialOrganizationAggregateType aggregate = new SocialOrganizationAggregateType(() -> TERRITORY);
    private final AggregateTestScenario<SocialOrganization, SocialOrganizationEvent, TerritoryMap> scenario =
            AggregateTestScenario.of(aggregate);

    private static Place place(TerritoryLevel level, String code, @Nullable String parent) {
        List<List<Double>> ring =
                List.of(List.of(120.0, 30.0), List.of(121.0, 30.0), List.of(121.0, 31.0), List.of(120.0, 30.0));
        return new Place(level, code, "Name of " + code, parent, null, new Boundary(List.of(List.of(ring))));
    }

    @ParameterizedTest
    @EnumSource
    void organizationIsFiledWithCommunity(OrganizationType type) {
        scenario.when(new FileOrganization("Night owls", type, COMMUNITY))
                .then(new OrganizationFiled("Night owls", type, List.of(TOWN, COMMUNITY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOWN, GRID, MICRO_GRID})
    void otherLevelsAreRejected(String place) {
        scenario.when(new FileOrganization("Night owls", OrganizationType.SERVICE, place))
                .thenRejected("community.unknown");
    }

    @Test
    void unknownCommunityIsRejected() {
        assertThat(scenario.when(new FileOrganization("Night owls", OrganizationType.SERVICE, "nowhere"))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.invalid("community.unknown").withDetail("community", "nowhere")));
    }

    @Test
    void organizationRecordsFilingTimeAndJurisdiction() {
        SocialOrganization organization = scenario.given(
                        new OrganizationFiled("Night owls", OrganizationType.SERVICE, List.of(TOWN, COMMUNITY)))
                .state();
        assertThat(organization)
                .isEqualTo(new SocialOrganization(
                        "Night owls",
                        OrganizationType.SERVICE,
                        List.of(TOWN, COMMUNITY),
                        AggregateTestScenario.NOW.minusSeconds(3600)));
        assertThat(organization)
                .isNotNull()
                .extracting(aggregate::jurisdiction)
                .isEqualTo(new Jurisdiction(TOWN, COMMUNITY));
    }
}
