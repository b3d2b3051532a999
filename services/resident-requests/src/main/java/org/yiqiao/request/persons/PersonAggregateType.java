package org.yiqiao.request.persons;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;

/** The aggregate type of persons, identified by their pseudonymous id. Each person owns their own aggregate. */
public record PersonAggregateType() implements AggregateType<Person, PersonEvent, PersonAggregateType.NoFacts> {

    /** The empty facts: commands of persons need none. */
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
    public Person evolve(@Nullable Person before, TimestampedEvent<? extends PersonEvent> timestamped) {
        return switch (timestamped.event()) {
            case PersonErased(var person, var key) -> new Person(timestamped.time(), key);
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
