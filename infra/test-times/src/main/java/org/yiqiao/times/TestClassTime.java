package org.yiqiao.times;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How long the tests of one class took.
 *
 * @param className full name of the class
 * @param seconds elapsed time
 */
record TestClassTime(String className, double seconds) {

    /**
     * Reads a report of Maven Surefire, {@code TEST-*.xml}.
     *
     * @throws IOException if the file cannot be read or is no such report
     */
    static TestClassTime read(Path report) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            xml.require(XMLStreamReader.START_ELEMENT, null, "testsuite");
            return new TestClassTime(
                    xml.getAttributeValue(null, "name"),
                    Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", "")));
        } catch (XMLStreamException e) {
            throw new IOException("not a report of Surefire: " + report, e);
        }
    }
}
