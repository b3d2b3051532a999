package org.yiqiao.request.persons;

import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.test.Scenario;

class EraseTest {

    private static Scenario<Person, PersonEvent, Persons.NoFacts> resident() {
        return Scenario.of(new Persons()).withId("resident-7");
    }

    @Test
    void aPersonIsErasedWithoutACondition() {
        resident().when(new Erase("resident-7", "key-1")).then(new PersonErased("resident-7", "key-1"));
    }

    @Test
    void whoIsErasedAlreadyIsNotErasedTwice() {
        resident()
                .given(new PersonErased("resident-7", "key-1"))
                .when(new Erase("resident-7", "key-1"))
                .thenNothing();
    }

    @Test
    void whoHasComeAgainSinceIsErasedAnew() {
        resident()
                .given(new PersonErased("resident-7", "key-1"))
                .when(new Erase("resident-7", "key-2"))
                .then(new PersonErased("resident-7", "key-2"));
    }
}
