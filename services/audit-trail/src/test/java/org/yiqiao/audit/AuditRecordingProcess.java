package org.yiqiao.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;

/** Records entries until it is killed, and prints the sequence of each entry after the entry is stored. */
final class AuditRecordingProcess {

    private AuditRecordingProcess() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        try (MongoClient client = MongoClients.create(args[0]);
                AuditRecorder recorder = new AuditRecorder(client.getDatabase(args[1]), Clock.systemUTC())) {
            for (int number = 1; ; number++) {
                System.out.println(recorder.record(AuditTestDatabase.createEntry(number)));
            }
        }
    }
}
