package org.yiqiao.request.persons;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.UpdateCommand;

/**
 * Decides the erasure of a person. The erasure is permanent and has no condition.
 *
 * @param key id of the person's current key; null if this service has none and other services can have data of the
 *     person
 */
@NoGeneratedEndpoint
public record ErasePerson(String person, @Nullable String key)
        implements UpdateCommand<Person, PersonEvent, PersonAggregateType.NoFacts> {

    @Override
    public Decision<PersonEvent> decide(Person state, DecisionContext<PersonAggregateType.NoFacts> context) {
        return key != null && key.equals(state.destroyed())
                ? context.acceptWithoutEvents()
                : context.accept(new PersonErased(person, key));
    }
}
