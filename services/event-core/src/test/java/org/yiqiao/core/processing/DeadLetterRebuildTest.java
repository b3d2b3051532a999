package org.yiqiao.core.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.TestTopics;

class DeadLetterRebuildTest extends AbstractRebuildTest {

    @Test
    void rebuildKeepsDeadLettersAndParkedEvents() {
        poisonThirdEvent();

        assertThat(rebuild().corrected()).isZero();

        assertThat(row(a).lastSeq()).isEqualTo(2);
        assertThat(processorFactory.parkedEvents().count("Holders")).isEqualTo(1);
        assertThat(deadLetters()).hasSize(1);
    }

    @Test
    void rebuildAppliesEventsThatNoLongerFail() {
        poisonThirdEvent();
        holders.poison = null;

        assertThat(rebuild().corrected()).isEqualTo(1);

        assertThat(row(a)).isEqualTo(new ProjectionRow<>(a, 4, new Holders.HolderRow("chief-4", 4)));
        assertThat(processorFactory.parkedEvents().count("Holders")).isZero();
    }

    @Test
    void replayedDeadLetterStaysApplied() {
        poisonThirdEvent();
        holders.poison = null;
        assertThat(processor.replay(deadLetters().getFirst())).isTrue();
        assertThat(rebuild().corrected()).isZero();

        holders.poison = "chief-3";
        RebuildStatus poisonedAgain = rebuild();

        assertThat(poisonedAgain.corrected()).isZero();
        assertThat(poisonedAgain.skipped()).isEqualTo(1);
        assertThat(row(a).lastSeq()).isEqualTo(4);
    }

    @Test
    void rebuildAppliesReplayedDeadLetter() {
        send(TOPIC, a, 3, "{broken");
        topicReader.readToEnd(processor::process);
        send(DEAD_LETTER_TOPIC, a, 3, json("mended"));
        assertThat(processor.replay(deadLetters().getLast())).isTrue();
        documents.updateOne(Filters.eq(a), Updates.set("row.person", "nobody"));

        assertThat(rebuild().corrected()).isEqualTo(1);

        assertThat(row(a)).isEqualTo(new ProjectionRow<>(a, 3, new Holders.HolderRow("mended", 3)));
    }

    @Test
    void blockedAndUnblockedAggregatesAreRebuiltTogether() {
        int posts = 20;
        holders.poison = "poison";
        for (int post = 0; post < posts; post++) {
            String id = town + "-" + post;
            publish(id, 1);
            send(TOPIC, id, 2, json(post % 2 == 0 ? "poison" : "chief-2"));
            publish(id, 3);
        }
        topicReader.readToEnd(processor::process);
        documents.deleteMany(new Document());

        rebuild();

        for (int post = 0; post < posts; post++) {
            long lastSeq = post % 2 == 0 ? 1 : 3;
            assertThat(row(town + "-" + post))
                    .isEqualTo(new ProjectionRow<>(
                            town + "-" + post, lastSeq, new Holders.HolderRow("chief-" + lastSeq, (int) lastSeq)));
        }
        assertThat(processorFactory.parkedEvents().count("Holders")).isEqualTo(posts / 2);
    }

    /** Publishes a third event of {@code a} that cannot be applied, and a fourth event that waits for it. */
    private void poisonThirdEvent() {
        holders.poison = "chief-3";
        publish(a, 3);
        publish(a, 4);
        topicReader.readToEnd(processor::process);
        assertThat(processorFactory.parkedEvents().count("Holders")).isEqualTo(1);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return TestTopics.read(DEAD_LETTER_TOPIC, record -> a.equals(record.key()));
    }
}
