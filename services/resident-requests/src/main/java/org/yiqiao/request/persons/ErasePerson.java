package org.yiqiao.request.persons;

import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.UpdateCommand;

/**
 * Decides the erasure of a person. The erasure is permanent and has no condition.
 *
 * @param key id of the person's current key
 */
@NoGeneratedEndpoint
public record ErasePerson(String person, String key)
        implements UpdateCommand<Person, PersonEvent, PersonAggregateType.NoFacts> {

    @Override
    public Decision<PersonEvent> decide(Person state, DecisionContext<PersonAggregateType.NoFacts> context) {
        return key.equals(state.destroyed())
                ? context.acceptWithoutEvents()
                : context.accept(new PersonErased(person, key));
    }
}
