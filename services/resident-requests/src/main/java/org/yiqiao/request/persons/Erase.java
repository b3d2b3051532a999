package org.yiqiao.request.persons;

import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;

/**
 * Decides that a person is to be forgotten; for good, and without a condition.
 *
 * @param key id of the key that they have
 */
@Automatic
public record Erase(String person, String key) implements Command<Person, PersonEvent, Persons.NoFacts> {

    @Override
    public Decision<PersonEvent> decide(Person state, Context<Persons.NoFacts> context) {
        return key.equals(state.destroyed()) ? context.nothingToDo() : context.accept(new PersonErased(person, key));
    }
}
