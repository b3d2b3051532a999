package org.yiqiao.infra.broker;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prevents Kafka from ending the process on a fatal error: the error ends the thread in which it occurred instead. */
final class KafkaExitBlocker {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaExitBlocker.class);

    private KafkaExitBlocker() {}

    static final class BrokerFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private BrokerFailedException(String message) {
            super(message);
        }
    }

    /** Installs the interceptor for all brokers of this JVM, permanently: Kafka has a single exit procedure per JVM. */
    static void install() {
        Exit.setExitProcedure(KafkaExitBlocker::throwFailure);
        Exit.setHaltProcedure(KafkaExitBlocker::throwFailure);
    }

    private static void throwFailure(int status, @Nullable String message) {
        LOG.error("Fatal error in the embedded broker (status {}): {}", status, message);
        throw new BrokerFailedException("Fatal error in the embedded broker, status " + status + ": " + message);
    }
}
