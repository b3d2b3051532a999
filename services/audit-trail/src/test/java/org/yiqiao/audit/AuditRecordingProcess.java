package org.yiqiao.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;

/** Records without end, and says after each entry that it may go on, until somebody kills it. */
final class AuditRecordingProcess {

    private AuditRecordingProcess() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        try (MongoClient client = MongoClients.create(args[0]);
                AuditRecorder trail = new AuditRecorder(client.getDatabase(args[1]), Clock.systemUTC())) {
            for (int number = 1; ; number++) {
                System.out.println(trail.record(AuditTestDatabase.createEntry(number)));
            }
        }
    }
}
