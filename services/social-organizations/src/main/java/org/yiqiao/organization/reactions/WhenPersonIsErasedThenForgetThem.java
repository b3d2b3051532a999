package org.yiqiao.organization.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.core.processing.Reaction;

/**
 * Destroys the key of an erased person, which encrypts the reasons of withdrawn help. A repeated destruction has no
 * effect.
 */
@Component
class WhenPersonIsErasedThenForgetThem implements Reaction<PersonEvent> {

    private final PersonEncryptionKeyStore keys;

    WhenPersonIsErasedThenForgetThem(PersonEncryptionKeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Class<PersonEvent> eventClass() {
        return PersonEvent.class;
    }

    @Override
    public void handle(EventEnvelope<? extends PersonEvent> event) {
        switch (event.event()) {
            case PersonErased(var person, var key) -> keys.destroy(person);
        }
    }
}
