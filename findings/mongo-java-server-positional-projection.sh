#!/bin/sh
# de.bwaldvogel:mongo-java-server 1.47.0 with mongodb-driver-sync 5.8.0 (Maven), Java 17 or later: a positional
# projection returns the first element of the array instead of the first element that matches the query.
#
# The document has the array steps with the codes a and b. find({"steps.code": "b"}, {"steps.$": 1}) returns the element
# b in MongoDB. The server accepts the projection and returns the element a. A test that looks only at the number of
# elements passes.
#
# Output seen:
#   steps.$ for code b: [Document{{code=a}}]
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>example</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>de.bwaldvogel</groupId>
      <artifactId>mongo-java-server</artifactId>
      <version>1.47.0</version>
    </dependency>
    <dependency>
      <groupId>org.mongodb</groupId>
      <artifactId>mongodb-driver-sync</artifactId>
      <version>5.8.0</version>
    </dependency>
  </dependencies>
</project>
XML
cat >Trial.java <<'JAVA'
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.bson.Document;

class Trial {
    public static void main(String[] args) {
        MongoServer server = new MongoServer(new MemoryBackend());
        try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
            var cases = client.getDatabase("example").getCollection("cases");
            cases.insertOne(new Document("steps", List.of(new Document("code", "a"), new Document("code", "b"))));
            List<Document> steps = cases.find(Filters.eq("steps.code", "b"))
                    .projection(Projections.include("steps.$"))
                    .first()
                    .getList("steps", Document.class);
            System.out.println("steps.$ for code b: " + steps);
            System.exit(steps.equals(List.of(new Document("code", "a"))) ? 0 : 1);
        }
    }
}
JAVA
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
java -cp 'lib/*' Trial.java 2>/dev/null
