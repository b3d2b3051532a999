package org.yiqiao.request.persons;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;

/** Persons as aggregates, by their pseudonymous id; everybody belongs to themselves. */
public record Persons() implements Aggregate<Person, PersonEvent, Persons.NoFacts> {

    /** The rules of persons need none. */
    public record NoFacts() {}

    @Override
    public Class<Person> state() {
        return Person.class;
    }

    @Override
    public Class<PersonEvent> events() {
        return PersonEvent.class;
    }

    @Override
    public Person initial(String person) {
        return Person.UNTOUCHED;
    }

    @Override
    public Person evolve(@Nullable Person before, Occurrence<? extends PersonEvent> occurrence) {
        return switch (occurrence.event()) {
            case PersonErased(var person, var key) -> new Person(occurrence.at(), key);
        };
    }

    @Override
    public Scope scope(Person state) {
        return Scope.UNKNOWN;
    }

    @Override
    public Belonging belonging(String person, Person state, NoFacts facts) {
        return Belonging.TO_NOBODY.andPerson(person);
    }

    @Override
    public NoFacts facts() {
        return new NoFacts();
    }
}
