package org.yiqiao.request.persons;

import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.test.AggregateTestScenario;

class ErasePersonTest {

    private static AggregateTestScenario<Person, PersonEvent, PersonAggregateType.NoFacts> resident() {
        return AggregateTestScenario.of(new PersonAggregateType()).withId("resident-7");
    }

    @Test
    void personIsErasedUnconditionally() {
        resident().when(new ErasePerson("resident-7", "key-1")).then(new PersonErased("resident-7", "key-1"));
    }

    @Test
    void erasingSameKeyAgainDoesNothing() {
        resident()
                .given(new PersonErased("resident-7", "key-1"))
                .when(new ErasePerson("resident-7", "key-1"))
                .thenNoEvents();
    }

    @Test
    void personWithNewKeyIsErasedAgain() {
        resident()
                .given(new PersonErased("resident-7", "key-1"))
                .when(new ErasePerson("resident-7", "key-2"))
                .then(new PersonErased("resident-7", "key-2"));
    }
}
