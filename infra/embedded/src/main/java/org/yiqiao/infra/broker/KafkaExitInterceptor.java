package org.yiqiao.infra.broker;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka ends its process when it meets an error that it cannot handle; here it ends the thread that met it. */
final class KafkaExitInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaExitInterceptor.class);

    private KafkaExitInterceptor() {}

    static final class BrokerFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private BrokerFailedException(String message) {
            super(message);
        }
    }

    /** For all brokers of this JVM and for good: Kafka has one such place for all. */
    static void install() {
        Exit.setExitProcedure(KafkaExitInterceptor::throwFailure);
        Exit.setHaltProcedure(KafkaExitInterceptor::throwFailure);
    }

    private static void throwFailure(int status, @Nullable String message) {
        LOG.error("The embedded broker met a fatal error (status {}): {}", status, message);
        throw new BrokerFailedException("fatal error in the embedded broker, status " + status + ": " + message);
    }
}
