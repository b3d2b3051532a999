package org.yiqiao.request.persons;

import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoEndpoint;
import org.yiqiao.core.decider.UpdateCommand;

/**
 * Decides that a person is to be forgotten; for good, and without a condition.
 *
 * @param key id of the key that they have
 */
@NoEndpoint
public record ErasePerson(String person, String key)
        implements UpdateCommand<Person, PersonEvent, PersonAggregateType.NoFacts> {

    @Override
    public Decision<PersonEvent> decide(Person state, DecisionContext<PersonAggregateType.NoFacts> context) {
        return key.equals(state.destroyed())
                ? context.acceptWithoutEvents()
                : context.accept(new PersonErased(person, key));
    }
}
