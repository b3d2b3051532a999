package org.yiqiao.bench.stream.projection;

import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.yiqiao.bench.stream.RequestSubmitted;

/** The process that consumes the events. */
@SpringBootApplication
public class ProjectionApplication {

    @Bean
    Consumer<List<RequestSubmitted>> rows(MongoClient client) {
        return new RequestRowWriter(client);
    }
}
