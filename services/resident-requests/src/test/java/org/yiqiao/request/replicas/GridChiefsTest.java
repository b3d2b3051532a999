package org.yiqiao.request.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.request.replicas.GridChiefs.Chief;
import org.yiqiao.testkit.TestBackends;

class GridChiefsTest {

    private static final String GRID = "330109106001001";

    private final GridChiefsFixture fixture = new GridChiefsFixture(
            MongoClients.create(TestBackends.shared().mongodbUri()).getDatabase("test-" + UUID.randomUUID()));

    private Chief apply(@Nullable Chief before, GridPostEvent event) {
        return fixture.chiefs()
                .apply(
                        before,
                        new EventEnvelope<>(
                                GRID + "-1",
                                GRID,
                                1,
                                Instant.EPOCH,
                                Instant.EPOCH,
                                Jurisdiction.UNKNOWN,
                                "c",
                                null,
                                event));
    }

    @Test
    void relievedChiefsAreRemembered() {
        Chief first = apply(null, new GridChiefAppointed(GRID, "chief-1", null));
        Chief vacant = apply(first, new GridChiefRelieved(GRID, "chief-1", null));
        Chief second = apply(vacant, new GridChiefAppointed(GRID, "chief-2", null));

        assertThat(first).isEqualTo(new Chief("chief-1", List.of()));
        assertThat(vacant).isEqualTo(new Chief(null, List.of("chief-1")));
        assertThat(second).isEqualTo(new Chief("chief-2", List.of("chief-1")));
    }

    @Test
    void rowShowsChiefAndProgress() {
        assertThat(fixture.chiefs().hasProcessed(GRID, 1)).isFalse();
        fixture.setChief(GRID, 1, "chief-1");
        assertThat(fixture.chiefs().findChief(GRID)).contains("chief-1");
        assertThat(fixture.chiefs().hasProcessed(GRID, 1)).isTrue();
        assertThat(fixture.chiefs().hasProcessed(GRID, 2)).isFalse();
        fixture.setChief(GRID, 2, null);
        assertThat(fixture.chiefs().findChief(GRID)).isEmpty();
        assertThat(fixture.chiefs().hasProcessed(GRID, 2)).isTrue();
    }

    @Test
    void rowFromBeforeFormerChiefsWereKeptIsRead() {
        Chief chief = MongoClientSettings.getDefaultCodecRegistry()
                .get(Chief.class)
                .decode(
                        BsonDocument.parse("{'person': 'chief-1'}").asBsonReader(),
                        DecoderContext.builder().build());

        assertThat(apply(chief, new GridChiefRelieved(GRID, "chief-1", null)))
                .isEqualTo(new Chief(null, List.of("chief-1")));
    }
}
