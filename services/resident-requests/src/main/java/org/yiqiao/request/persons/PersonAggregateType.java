package org.yiqiao.request.persons;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;

/** Persons as aggregates, by their pseudonymous id; everybody belongs to themselves. */
public record PersonAggregateType() implements AggregateType<Person, PersonEvent, PersonAggregateType.NoFacts> {

    /** The rules of persons need none. */
    public record NoFacts() {}

    @Override
    public Class<Person> stateClass() {
        return Person.class;
    }

    @Override
    public Class<PersonEvent> eventClass() {
        return PersonEvent.class;
    }

    @Override
    public Person initialState(String person) {
        return Person.NOT_ERASED;
    }

    @Override
    public Person evolve(@Nullable Person before, TimestampedEvent<? extends PersonEvent> occurrence) {
        return switch (occurrence.event()) {
            case PersonErased(var person, var key) -> new Person(occurrence.time(), key);
        };
    }

    @Override
    public Jurisdiction jurisdiction(Person state) {
        return Jurisdiction.UNKNOWN;
    }

    @Override
    public Ownership ownership(String person, Person state, NoFacts facts) {
        return Ownership.NONE.withPerson(person);
    }

    @Override
    public NoFacts facts() {
        return new NoFacts();
    }
}
