package org.yiqiao.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.TestLog;

class RebuildOfDeadLettersTest extends RebuiltPosts {

    @Test
    void deadLettersAndWhatWaitsForThemStayAsTheyAre() {
        poisoned();

        assertThat(rebuilt().corrected()).isZero();

        assertThat(row(a).lastSeq()).isEqualTo(2);
        assertThat(feeds.parking().count("Holders")).isEqualTo(1);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whatDoesNotPoisonAnyMoreIsAppliedAndWaitsNoLonger() {
        poisoned();
        holders.poison = null;

        assertThat(rebuilt().corrected()).isEqualTo(1);

        assertThat(row(a)).isEqualTo(new Row<>(a, 4, new Holders.Holder("chief-4", 4)));
        assertThat(feeds.parking().count("Holders")).isZero();
    }

    @Test
    void aReplayedDeadLetterStaysInTheRow() {
        poisoned();
        holders.poison = null;
        assertThat(feed.replay(letters().getFirst())).isTrue();
        assertThat(rebuilt().corrected()).isZero();

        holders.poison = "chief-3";
        Rebuild poisonedAgain = rebuilt();

        assertThat(poisonedAgain.corrected()).isZero();
        assertThat(poisonedAgain.left()).isEqualTo(1);
        assertThat(row(a).lastSeq()).isEqualTo(4);
    }

    @Test
    void whatOnlyAReplayedDeadLetterSaysIsSaidAgain() {
        send(TOPIC, a, 3, "{broken");
        log.readOn(feed::accept);
        send(LETTERS, a, 3, json("mended"));
        assertThat(feed.replay(letters().getLast())).isTrue();
        documents.updateOne(Filters.eq(a), Updates.set("row.person", "nobody"));

        assertThat(rebuilt().corrected()).isEqualTo(1);

        assertThat(row(a)).isEqualTo(new Row<>(a, 3, new Holders.Holder("mended", 3)));
    }

    @Test
    void aggregatesThatWaitAndSuchThatDoNotAreFoldedTogether() {
        int posts = 20;
        holders.poison = "poison";
        for (int post = 0; post < posts; post++) {
            String id = town + "-" + post;
            publish(id, 1);
            send(TOPIC, id, 2, json(post % 2 == 0 ? "poison" : "chief-2"));
            publish(id, 3);
        }
        log.readOn(feed::accept);
        documents.deleteMany(new Document());

        rebuilt();

        for (int post = 0; post < posts; post++) {
            long reached = post % 2 == 0 ? 1 : 3;
            assertThat(row(town + "-" + post))
                    .isEqualTo(new Row<>(
                            town + "-" + post, reached, new Holders.Holder("chief-" + reached, (int) reached)));
        }
        assertThat(feeds.parking().count("Holders")).isEqualTo(posts / 2);
    }

    /** The third event of {@code a} cannot be applied, the fourth waits for it. */
    private void poisoned() {
        holders.poison = "chief-3";
        publish(a, 3);
        publish(a, 4);
        log.readOn(feed::accept);
        assertThat(feeds.parking().count("Holders")).isEqualTo(1);
    }

    private List<ConsumerRecord<String, byte[]>> letters() {
        return TestLog.read(LETTERS, record -> a.equals(record.key()));
    }
}
