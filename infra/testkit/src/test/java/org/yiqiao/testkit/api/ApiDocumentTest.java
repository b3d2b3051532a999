package org.yiqiao.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiDocument document = new ApiDocument(JSON.readTree("""
            {"paths": {
              "/api/lamps/{id}": {"get": {"operationId": "lampRead", "responses": {
                "200": {"content": {"application/json": {
                  "schema": {"$ref": "#/components/schemas/Lamp"}, "example": {"id": "1", "colour": "red"}}}},
                "404": {"$ref": "#/components/responses/Problem", "x-problem-codes": ["lamp.unknown"]},
                "304": {"description": "no body"}}}},
              "/api/lamps/all": {"get": {"operationId": "lampList", "responses": {}}}},
             "components": {
              "responses": {"Problem": {"content": {"application/problem+json": {
                "schema": {"type": "object", "additionalProperties": true}}}}},
              "schemas": {"Lamp": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string"}, "since": {"type": "string", "format": "date-time"}}}}}}"""));

    @Test
    void answerThatFitsHasNoViolation() {
        assertThat(violations(200, "{'id':'1','since':'2026-11-30T01:57:15Z'}")).isEmpty();
    }

    @Test
    void additionalFieldIsAViolation() {
        assertThat(violations(200, "{'id':'1','empty':false}"))
                .singleElement()
                .asString()
                .contains("empty");
    }

    @Test
    void nullMissingFieldAndWrongFormatAreViolations() {
        assertThat(violations(200, "{'id':'1','since':null}")).isNotEmpty();
        assertThat(violations(200, "{}")).isNotEmpty();
        assertThat(violations(200, "{'id':'1','since':'yesterday'}")).isNotEmpty();
    }

    @Test
    void undocumentedStatusIsAViolation() {
        assertThat(violations(409, "{}")).containsExactly("the status 409 is not documented");
    }

    @Test
    void undocumentedMediaTypeIsAViolation() {
        assertThat(document.findViolations(operation(), new Answer("GET", "/api/lamps/1", 200, "text/csv", null)))
                .containsExactly("the media type \"text/csv\" is not documented");
        assertThat(document.findViolations(operation(), new Answer("GET", "/api/lamps/1", 304, "text/csv", null)))
                .containsExactly("a body is not documented");
    }

    @Test
    void undocumentedProblemCodeIsAViolation() {
        assertThat(problem("lamp.unknown")).isEmpty();
        assertThat(problem("lamp.dark")).containsExactly("the problem code lamp.dark is not documented");
    }

    @Test
    void exampleThatDoesNotFitIsAViolation() {
        assertThat(document.findViolationsOfExamples())
                .singleElement()
                .asString()
                .contains("colour");
    }

    @Test
    void literalPathIsPreferred() {
        assertThat(document.findOperation("GET", "/api/lamps/all").orElseThrow().id())
                .isEqualTo("lampList");
        assertThat(document.findOperation("GET", "/api/lamps/7").orElseThrow().id())
                .isEqualTo("lampRead");
        assertThat(document.findOperation("POST", "/api/lamps/7")).isEmpty();
        assertThat(document.findOperation("GET", "/api/lamps/7/cables")).isEmpty();
    }

    private List<String> violations(int status, String body) {
        return document.findViolations(
                operation(),
                new Answer("GET", "/api/lamps/1", status, "application/json", JSON.readTree(body.replace('\'', '"'))));
    }

    private List<String> problem(String code) {
        return document.findViolations(
                operation(),
                new Answer(
                        "GET",
                        "/api/lamps/1",
                        404,
                        "application/problem+json",
                        JSON.readTree("{\"code\":\"" + code + "\"}")));
    }

    private DocumentedOperation operation() {
        return document.findOperation("GET", "/api/lamps/1").orElseThrow();
    }
}
